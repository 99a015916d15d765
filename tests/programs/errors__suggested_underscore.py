# An attribute with an underscore is not suggested for a name without one.


class Row:
    def __init__(self):
        self._hidden = 1


Row().hidden
