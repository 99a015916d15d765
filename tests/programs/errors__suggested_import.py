# A name that is that of a module may have to be imported.
sys.getrefcount([])
