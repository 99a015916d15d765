# An exception class catches what is derived from it.
# needs: inheritance
class Base(Exception):
    pass


class Left(Base):
    pass


class Right(Base, KeyError):
    def __str__(self):
        return "right!"


for kind in (Base, Left, Right):
    try:
        raise kind("x")
    except Left as e:
        print("Left", e)
    except KeyError as e:
        print("KeyError", e)
    except Base as e:
        print("Base", e)
raise Right("x")
