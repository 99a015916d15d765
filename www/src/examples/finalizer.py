import gc


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('goodbye from', self.name)


alone = Noisy('alone')
del alone

left = Noisy('left')
right = Noisy('right')
left.other = right
right.other = left
del left, right
gc.collect()
