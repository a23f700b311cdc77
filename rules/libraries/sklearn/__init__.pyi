# scikit-learn 0.x: joblib under the names that it once had there.
