# finally runs on every way out; its own return wins.
# needs: finally
def f(n):
    try:
        if n == 0:
            return "return"
        if n == 1:
            raise ValueError("raised")
        print("fell through")
    except ValueError as error:
        print("except", error)
        return "from except"
    else:
        print("else")
    finally:
        print("finally", n)
    return "end"


print(f(0))
print(f(1))
print(f(2))


def g():
    for i in range(3):
        try:
            if i == 1:
                continue
            if i == 2:
                break
            print("body", i)
        finally:
            print("finally", i)


g()
