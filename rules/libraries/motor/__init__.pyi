# Motor 2.x and 3.x: PyMongo's asynchronous twin.

from motor.motor_tornado import MotorClient as MotorClient, MotorCollection as MotorCollection, MotorCursor as MotorCursor, MotorDatabase as MotorDatabase
