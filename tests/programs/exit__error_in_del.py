# An error in __del__ at exit is printed and changes nothing else.
class D:
    def __del__(self):
        raise ValueError("late")


d = D()
print("end of program")
