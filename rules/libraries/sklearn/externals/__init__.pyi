# scikit-learn 0.x, `sklearn.externals`: a package, for the modules below it.
