# 3.15 also suggests methods that other languages call otherwise.
# versions: 3.15
[].push(1)
