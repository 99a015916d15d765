# else of loops, break and continue, pass.
# needs: loop else
for i in range(3):
    if i == 5:
        break
else:
    print("no break")
n = 0
while True:
    n += 1
    if n % 2:
        continue
    if n > 6:
        break
else:
    print("never")
print(n)
while n:
    n -= 1
else:
    print("ended", n)
for i in []:
    pass
else:
    print("empty")
