from shop import views
from shop.views import CHOSEN


def test_shown():
    views.shown(source())
    views.searched(source())


def test_kept():
    sink(views.kept())  # flow by tests
    sink("a")  # no flow


def test_chosen():
    CHOSEN["a"] = source()


def test_cart():
    cart = views.Cart()
    cart.put(source())


def test_basket():
    basket = views.Basket()
    basket.put(source())
    basket.show()
