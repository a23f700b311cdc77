# MongoEngine 0.x: documents, fields and query sets.

from mongoengine.base.fields import ObjectIdField as ObjectIdField
from mongoengine.connection import connect as connect, disconnect as disconnect
from mongoengine.document import Document as Document, DynamicDocument as DynamicDocument, DynamicEmbeddedDocument as DynamicEmbeddedDocument, EmbeddedDocument as EmbeddedDocument, MapReduceDocument as MapReduceDocument
from mongoengine.errors import DoesNotExist as DoesNotExist, ValidationError as ValidationError
from mongoengine.fields import BooleanField as BooleanField, DateTimeField as DateTimeField, DictField as DictField, EmailField as EmailField, EmbeddedDocumentField as EmbeddedDocumentField, IntField as IntField, ListField as ListField, ReferenceField as ReferenceField, StringField as StringField, URLField as URLField
from mongoengine.queryset.visitor import Q as Q
