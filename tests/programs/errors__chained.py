# An error while another is handled prints both.
def convert(table):
    try:
        return table["key"]
    except KeyError:
        return 1 // 0


convert({})
