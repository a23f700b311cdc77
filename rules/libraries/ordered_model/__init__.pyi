# django-ordered-model 3.x: models in an order.
