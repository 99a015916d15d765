# Type parameters and aliases.
# versions: 3.12+
# needs: syntax
type Row[T] = list[T]


def first[T](row: Row[T]) -> T:
    return row[0]


print(first([1, 2]), Row.__name__)
