def hand_clean(x):
    x.append(source())
