from django.db import models
from django.db.models import Model as M
import typing


class Mixin: ...


class A(models.Model): ...             #? A inherits django.db.models.Model; A not inherits django.db.Model
class B(Mixin, A): ...                 #? B inherits django.db.models.Model; B inherits bases.Mixin; B not inherits bases.B
class C(B, metaclass=Meta): ...        #? C inherits django.db.models.Model; C not inherits x.Meta
class D(typing.Generic[T], M): ...     #? D inherits typing.Generic; D inherits django.db.models.Model
class E(Generated[int]): ...           #? E inherits lib.Generated; E not inherits lib.Other
class F: ...                           #? F not inherits django.db.models.Model
class G(make_base()): ...              #? G not inherits django.db.models.Model
class H(*many, **more): ...            #? H not inherits django.db.models.Model


def local():
    class I(A): ...                    #? I inherits django.db.models.Model

    class J(I):                        #? J inherits django.db.models.Model
        class Inner(M): ...            #? Inner inherits django.db.models.Model
    return J


class K(C.Nested): ...                 #? K not inherits django.db.models.Model
A                                      #? A not inherits django.db.models.Model
