# six 1.x, `six.moves`: names that live elsewhere.

import pickle as cPickle
import configparser as configparser
