# scikit-learn 0.x, `sklearn.utils._joblib`: names that live elsewhere.

from joblib.numpy_pickle import dump as dump, load as load
