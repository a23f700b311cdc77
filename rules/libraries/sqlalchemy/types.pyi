# SQLAlchemy 1.4 and 2.x, `sqlalchemy.types`: names that live elsewhere.

from sqlalchemy.sql.sqltypes import ARRAY as ARRAY, BigInteger as BigInteger, Boolean as Boolean, Date as Date, DateTime as DateTime, Double as Double, Enum as Enum, Float as Float, Integer as Integer, Interval as Interval, JSON as JSON, LargeBinary as LargeBinary, Numeric as Numeric, PickleType as PickleType, SmallInteger as SmallInteger, String as String, TIMESTAMP as TIMESTAMP, Text as Text, Time as Time, Unicode as Unicode, UnicodeText as UnicodeText, Uuid as Uuid, VARCHAR as VARCHAR
from sqlalchemy.sql.type_api import TypeDecorator as TypeDecorator, TypeEngine as TypeEngine, UserDefinedType as UserDefinedType
