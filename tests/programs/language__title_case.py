# Title case is not always upper case: two letters in one, Georgian, Greek with an iota below, ligatures.
# needs: strings
for number in list(range(0x80, 0x600)) + list(range(0x10A0, 0x1100)) + list(range(0x1C80, 0x2000)) + list(range(0xFB00, 0xFB18)):
    character = chr(number)
    title = character.title()
    if title != character.upper():
        print(hex(number), ascii(title), ascii(character.capitalize()))
print(ascii("\u01c6a \u01c6".title()), "\u01c6".title().istitle(), ascii("\u01c6A".capitalize()))
