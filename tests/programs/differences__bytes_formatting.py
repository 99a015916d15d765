# bytes % values is not there, nor are codecs beyond UTF-8, ASCII and Latin-1.
# needs: bytes
for text in ("b'%d %s' % (5, b'x')", "b'%s' % 'x'", "'ab'.encode('utf-16-le')", "b'a\\x00'.decode('utf-16-le')"):
    try:
        print(eval(text))
    except Exception as error:
        print(type(error).__name__, error)
