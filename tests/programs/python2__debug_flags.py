# 2.7 has two flags more, and DEBUG_LEAK includes them.
# versions: 2.7 3.8+
# needs: builtins
import gc

print(gc.DEBUG_STATS, gc.DEBUG_COLLECTABLE, gc.DEBUG_UNCOLLECTABLE, gc.DEBUG_SAVEALL, gc.DEBUG_LEAK)
print(hasattr(gc, "callbacks"), hasattr(gc, "get_stats"), hasattr(gc, "freeze"), hasattr(gc, "is_finalized"))
