# SystemExit without a code is success.
print("before")
raise SystemExit
