# joblib 0.x and 1.x: objects dumped and loaded, and work in parallel.

from joblib.memory import Memory as Memory
from joblib.numpy_pickle import dump as dump, load as load
from joblib.parallel import Parallel as Parallel, delayed as delayed
