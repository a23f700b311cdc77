"""Exceptions by their hierarchy, and what they carry."""


class AppError(Exception):
    def __init__(self, message, code):
        super().__init__(message, code)
        self.message = message
        self.code = code


class Narrow(AppError):
    pass


class Unrelated(Exception):
    pass


class Missing(KeyError):
    pass


class Shown(Exception):
    def __init__(self, text):
        self.text = text

    def __str__(self):
        return "wrong: " + self.text


class Silent(Exception):
    def __init__(self, text):
        self.text = text

    def __str__(self):
        return "wrong"


def by_base():
    try:
        raise Narrow(source(), "safe")
    except AppError as e:
        sink(e.message)  # flow
        sink(e.code)  # no flow


def by_unrelated():
    try:
        raise Narrow(source(), "safe")
    except Unrelated as e:
        sink(e)  # no flow
    except AppError as e:
        sink(e.message)  # flow


def first_handler_wins():
    try:
        raise Narrow(source(), "safe")
    except AppError as e:
        sink(e.message)  # flow
    except Exception as e:
        sink(e.message)  # no flow


def builtin_base():
    try:
        raise KeyError(source())
    except LookupError as e:
        sink(e.args[0])  # flow


def builtin_base_twin():
    try:
        raise KeyError(source())
    except ArithmeticError as e:
        sink(e.args[0])  # no flow


def builtin_sibling():
    try:
        raise ValueError(source())
    except KeyError as e:
        sink(str(e))  # no flow
    except ValueError as e:
        sink(str(e))  # flow


def builtin_derived():
    try:
        raise UnicodeError(source())
    except ValueError as e:
        sink(str(e))  # flow


def builtin_derived_twin():
    try:
        raise ValueError(source())
    except UnicodeError as e:
        sink(str(e))  # no flow


def os_errors():
    try:
        raise FileNotFoundError(source())
    except OSError as e:
        sink(str(e))  # flow


def os_errors_twin():
    try:
        raise FileNotFoundError(source())
    except PermissionError as e:
        sink(str(e))  # no flow


def old_name():
    try:
        raise ConnectionResetError(source())
    except IOError as e:
        sink(str(e))  # flow


def old_name_twin():
    try:
        raise IndexError(source())
    except EnvironmentError as e:
        sink(str(e))  # no flow


def own_of_builtin():
    try:
        raise Missing(source())
    except LookupError as e:
        sink(e.args[0])  # flow


def own_of_builtin_twin():
    try:
        raise Missing(source())
    except ValueError as e:
        sink(e.args[0])  # no flow


def several_classes():
    try:
        raise KeyError(source())
    except (ValueError, LookupError) as e:
        sink(str(e))  # flow


def several_classes_twin():
    try:
        raise KeyError(source())
    except (ValueError, OSError) as e:
        sink(str(e))  # no flow


def exit_is_no_exception():
    try:
        raise SystemExit(source())
    except Exception as e:
        sink(str(e))  # no flow


def exit_is_base_exception():
    try:
        raise SystemExit(source())
    except BaseException as e:
        sink(str(e))  # flow


def args_of_own():
    try:
        raise AppError(source(), "safe")
    except AppError as e:
        sink(e.args[0])  # flow
        sink(e.args[1])  # no flow


def args_of_builtin():
    try:
        raise ValueError("safe", source())
    except ValueError as e:
        sink(e.args[1])  # flow


def args_of_builtin_twin():
    try:
        raise ValueError("safe", source())
    except ValueError as e:
        sink(e.args[0])  # no flow


def own_text():
    try:
        raise Shown(source())
    except Shown as e:
        sink(str(e))  # flow


def own_text_twin():
    try:
        raise Silent(source())
    except Silent as e:
        sink(str(e))  # no flow


def own_text_formatted():
    try:
        raise Shown(source())
    except Shown as e:
        sink(f"failed: {e}")  # flow


def own_text_formatted_twin():
    try:
        raise Silent(source())
    except Silent as e:
        sink(f"failed: {e}")  # no flow


def raised_again():
    try:
        try:
            raise ValueError(source())
        except ValueError:
            raise
    except ValueError as e:
        sink(str(e))  # flow


def raised_again_twin():
    try:
        try:
            raise ValueError(source())
        except ValueError:
            raise KeyError("safe")
    except (KeyError, ValueError) as e:
        sink(str(e))  # no flow


def raised_by_name():
    try:
        try:
            raise ValueError(source())
        except ValueError as e:
            raise e
    except ValueError as again:
        sink(str(again))  # flow


def chained_cause():
    try:
        try:
            raise ValueError(source())
        except ValueError as e:
            raise KeyError("safe") from e
    except KeyError as e:
        sink(e.__cause__)  # flow


def chained_cause_twin():
    try:
        try:
            raise ValueError(source())
        except ValueError as e:
            raise KeyError("safe") from None
    except KeyError as e:
        sink(e.__cause__)  # no flow


def wrapped():
    try:
        try:
            raise ValueError(source())
        except ValueError as e:
            raise AppError(str(e), "safe")
    except AppError as e:
        sink(e.message)  # flow
        sink(e.code)  # no flow


def bound_first():
    e = AppError(source(), "safe")
    try:
        raise e
    except AppError as caught:
        sink(caught.message)  # flow


def bound_first_twin():
    e = AppError(source(), "safe")
    f = AppError("safe", "safe")
    try:
        raise f
    except AppError as caught:
        sink(caught.message)  # no flow


def made_by(text):
    return AppError(text, "safe")


def raised_from_factory():
    try:
        raise made_by(source())
    except AppError as e:
        sink(e.message)  # flow


def raised_from_factory_twin():
    try:
        raise made_by(source())
    except AppError as e:
        sink(e.code)  # no flow


def attribute_added():
    try:
        e = ValueError("safe")
        e.extra = source()
        raise e
    except ValueError as caught:
        sink(caught.extra)  # flow


def attribute_added_twin():
    try:
        e = ValueError("safe")
        e.extra = source()
        raise e
    except ValueError as caught:
        sink(caught.other)  # no flow


def below(text):
    raise Narrow(text, "safe")


def middle(text):
    try:
        below(text)
    except Unrelated:
        pass


def far(text):
    middle(text)


def through_frames():
    try:
        far(source())
    except AppError as e:
        sink(e.message)  # flow


def through_frames_twin():
    try:
        far("safe")
    except AppError as e:
        sink(e.message)  # no flow


def swallows(text):
    try:
        below(text)
    except AppError:
        return "safe"


def swallowed():
    try:
        sink(swallows(source()))  # no flow
    except AppError as e:
        sink(e.message)  # no flow


def returned_from_handler(text):
    try:
        below(text)
    except AppError as e:
        return e.message


def handler_returns():
    sink(returned_from_handler(source()))  # flow


def handler_returns_twin():
    sink(returned_from_handler("safe"))  # no flow


def several_in_group():
    try:
        raise ExceptionGroup("g", [ValueError(source()), KeyError("safe")])
    except* ValueError as group:
        for e in group.exceptions:
            sink(str(e))  # flow


def several_in_group_twin():
    try:
        raise ExceptionGroup("g", [ValueError("safe"), KeyError("safe")])
    except* ValueError as group:
        y = source()
        for e in group.exceptions:
            sink(str(e))  # no flow


def group_of_one():
    try:
        raise ValueError(source())
    except* ValueError as group:
        sink(group.exceptions[0].args[0])  # flow


def group_of_one_twin():
    try:
        raise ValueError(source())
    except* KeyError as group:
        sink(group.exceptions[0].args[0])  # no flow
    except* ValueError:
        pass


def in_else():
    try:
        x = source()
    except ValueError:
        x = "safe"
    else:
        sink(x)  # flow


def in_else_twin():
    x = source()
    try:
        x = "safe"
    except ValueError:
        pass
    else:
        sink(x)  # no flow


def finally_overwrites():
    try:
        return source()
    finally:
        return "safe"


def finally_hands_on():
    try:
        return source()
    finally:
        risky()


def returned_past_finally():
    sink(finally_hands_on())  # flow


def returned_past_finally_twin():
    sink(finally_overwrites())  # no flow


def finally_returns():
    try:
        return "safe"
    finally:
        return source()


def returned_in_finally():
    sink(finally_returns())  # flow


def finally_after_loop(items):
    for item in items:
        try:
            x = source()
            continue
        finally:
            x = "safe"
    sink(x)  # no flow


def with_traceback():
    try:
        raise ValueError(source()).with_traceback(None)
    except ValueError as e:
        sink(e.args[0])  # flow


def with_traceback_twin():
    try:
        x = source()
        raise ValueError("safe").with_traceback(None)
    except ValueError as e:
        sink(e.args[0])  # no flow


def generator_raises(text):
    yield "safe"
    raise AppError(text, "safe")


def from_generator():
    try:
        for x in generator_raises(source()):
            sink(x)  # no flow
    except AppError as e:
        sink(e.message)  # flow


