# A lambda's frame is called <lambda>.
# needs: lambda
f = lambda x: x + undefined_name
f(1)
