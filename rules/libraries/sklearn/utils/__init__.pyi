# scikit-learn 0.x, `sklearn.utils`: a package, for the modules below it.
