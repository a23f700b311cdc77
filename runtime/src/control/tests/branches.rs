//! Branches, loops, `match`, `assert`, definitions and plain bodies.

use expect_test::expect;

use super::check;

#[test]
fn nested_branches_and_break() {
    check(
        r#"
def f(a):
    for x in a:
        if x:
            break
    return x
"#,
        expect![[r#"
            1 entry 1-1 [Parameters (a)] [Evaluate a] ->2 normal
            2 loop_condition 2-2 [Next for x in a:] ->3 true ->7 false
            3 loop_body 3-4 [BindNext x] ->4 normal
            4 condition 3-3 [Test x] ->5 true ->6 false
            5 basic 4-4 [break] ->7 break
            6 merge 4-4 ->2 back_edge
            7 merge 4-4 ->8 normal
            8 return 5-5 [return x] ->9 return
            9 exit 5-5
        "#]],
    );
}

#[test]
fn straight_line() {
    check(
        r#"
def f(a, b=1):
    x = a
    pass
    return x
"#,
        expect![[r#"
            1 entry 1-3 [Parameters (a, b=1)] [x = a] [pass] ->2 normal
            2 return 4-4 [return x] ->3 return
            3 exit 4-4
        "#]],
    );
}

#[test]
fn elif_is_an_if_in_the_else() {
    check(
        r#"
def f(a):
    if a == 1:
        x()
    elif a == 2:
        return y()
    else:
        z()
    w()
"#,
        expect![[r#"
            1 entry 1-1 [Parameters (a)] ->2 normal
            2 condition 2-2 [Test a == 1] ->3 true ->4 false
            3 basic 3-3 [x()] ->9 normal
            4 condition 4-4 [Test a == 2] ->5 true ->7 false
            5 basic 5-5 ->6 normal
            6 return 5-5 [return y()] ->10 return
            7 basic 7-7 [z()] ->8 normal
            8 merge 7-7 ->9 normal
            9 merge 7-8 [w()] ->10 normal
            10 exit 8-8
        "#]],
    );
}

#[test]
fn both_branches_leave_and_something_follows() {
    check(
        r#"
def f(a):
    if a:
        return 1
    else:
        raise E
    after()
"#,
        expect![[r#"
            1 entry 1-1 [Parameters (a)] ->2 normal
            2 condition 2-2 [Test a] ->3 true ->5 false
            3 basic 3-3 ->4 normal
            4 return 3-3 [return 1] ->8 return
            5 basic 5-5 ->6 normal
            6 raise 5-5 [raise E] ->8 exception
            7 merge 5-6 (dead) [after()] ->8 normal
            8 exit 6-6
        "#]],
    );
}

#[test]
fn code_behind_a_jump() {
    check(
        r#"
def f(a):
    return 1
    if a:
        b()
    for c in d:
        e()
"#,
        expect![[r#"
            1 entry 1-1 [Parameters (a)] ->2 normal
            2 return 2-2 [return 1] ->9 return
            3 condition 3-3 (dead) [Test a] ->4 true ->5 false
            4 basic 4-4 (dead) [b()] ->5 normal
            5 merge 4-4 (dead) [Evaluate d] ->6 normal
            6 loop_condition 5-5 (dead) [Next for c in d:] ->7 true ->8 false
            7 loop_body 6-6 (dead) [BindNext c] [e()] ->6 back_edge
            8 merge 6-6 (dead) ->9 normal
            9 exit 6-6
        "#]],
    );
}

#[test]
fn loop_without_a_way_out() {
    check(
        r#"
def f():
    while True:
        a()
        continue
    b()
"#,
        expect![[r#"
            1 entry 1-1 [Parameters ()] ->2 normal
            2 loop_condition 2-2 [Test True] ->3 true
            3 loop_body 3-4 [a()] [continue] ->2 continue
            4 merge 4-5 (dead) [b()] ->5 normal
            5 exit 5-5 (dead)
        "#]],
    );
}

#[test]
fn loop_that_is_left_by_break_only() {
    check(
        r#"
def f():
    while 1:
        if a():
            break
    b()
"#,
        expect![[r#"
            1 entry 1-1 [Parameters ()] ->2 normal
            2 loop_condition 2-2 [Test 1] ->3 true
            3 loop_body 3-4 ->4 normal
            4 condition 3-3 [Test a()] ->5 true ->6 false
            5 basic 4-4 [break] ->7 break
            6 merge 4-4 ->2 back_edge
            7 merge 4-5 [b()] ->8 normal
            8 exit 5-5
        "#]],
    );
}

#[test]
fn loops_with_else() {
    check(
        r#"
def f(a):
    while a:
        if b():
            break
    else:
        c()
    async for x, y in a:
        pass
    else:
        d()
"#,
        expect![[r#"
            1 entry 1-1 [Parameters (a)] ->2 normal
            2 loop_condition 2-2 [Test a] ->3 true ->7 false
            3 loop_body 3-4 ->4 normal
            4 condition 3-3 [Test b()] ->5 true ->6 false
            5 basic 4-4 [break] ->8 break
            6 merge 4-4 ->2 back_edge
            7 else 6-6 [c()] ->8 normal
            8 merge 6-6 [Evaluate a] ->9 normal
            9 loop_condition 7-7 [Next async for x, y in a:] ->10 true ->11 false
            10 loop_body 8-8 [BindNext x, y] [pass] ->9 back_edge
            11 else 10-10 [d()] ->12 normal
            12 merge 10-10 ->13 normal
            13 exit 10-10
        "#]],
    );
}

#[test]
fn literal_tests() {
    check(
        r#"
def f():
    if 0:
        a()
    if not_literal and True:
        b()
    while None:
        c()
"#,
        expect![[r#"
            1 entry 1-1 [Parameters ()] ->2 normal
            2 condition 2-2 [Test 0] ->4 false
            3 basic 3-3 (dead) [a()] ->4 normal
            4 merge 3-3 ->5 normal
            5 condition 4-4 [Test not_literal and True] ->6 true ->7 false
            6 basic 5-5 [b()] ->7 normal
            7 merge 5-5 ->8 normal
            8 loop_condition 6-6 [Test None] ->10 false
            9 loop_body 7-7 (dead) [c()] ->8 back_edge
            10 merge 7-7 ->11 normal
            11 exit 7-7
        "#]],
    );
}

#[test]
fn match_with_guards_and_a_wildcard() {
    check(
        r#"
def f(a):
    match a:
        case 1 | 2:
            b()
        case [x, *y] if x:
            return y
        case {"k": z}:
            pass
        case _:
            c()
    d()
"#,
        expect![[r#"
            1 entry 1-1 [Parameters (a)] ->2 normal
            2 match 2-2 [Evaluate a] ->3 normal
            3 case 3-3 [Matches case 1 | 2:] ->4 true ->5 false
            4 basic 4-4 [Capture case 1 | 2:] [b()] ->13 normal
            5 case 5-5 [Matches case [x, *y] if x:] ->6 true ->9 false
            6 condition 5-5 [Capture case [x, *y] if x:] [Test x] ->7 true ->9 false
            7 basic 6-6 ->8 normal
            8 return 6-6 [return y] ->14 return
            9 case 7-7 [Matches case {"k": z}:] ->10 true ->11 false
            10 basic 8-8 [Capture case {"k": z}:] [pass] ->13 normal
            11 case 9-9 [Matches case _:] ->12 true
            12 basic 10-10 [Capture case _:] [c()] ->13 normal
            13 merge 10-11 [d()] ->14 normal
            14 exit 11-11
        "#]],
    );
}

#[test]
fn match_that_may_miss() {
    check(
        r#"
def f(a):
    match a, b:
        case x,:
            c()
        case (y) if y:
            d()
"#,
        expect![[r#"
            1 entry 1-1 [Parameters (a)] ->2 normal
            2 match 2-2 [Evaluate a] [Evaluate b] ->3 normal
            3 case 3-3 [Matches case x,:] ->4 true ->5 false
            4 basic 4-4 [Capture case x,:] [c()] ->8 normal
            5 case 5-5 [Matches case (y) if y:] ->6 true
            6 condition 5-5 [Capture case (y) if y:] [Test y] ->7 true ->8 false
            7 basic 6-6 [d()] ->8 normal
            8 merge 6-6 ->9 normal
            9 exit 6-6
        "#]],
    );
}

#[test]
fn irrefutable_patterns() {
    check(
        r#"
def f(a):
    match a:
        case (1 | _) as x:
            b()
        case other:
            dead()
"#,
        expect![[r#"
            1 entry 1-1 [Parameters (a)] ->2 normal
            2 match 2-2 [Evaluate a] ->3 normal
            3 case 3-3 [Matches case (1 | _) as x:] ->4 true
            4 basic 4-4 [Capture case (1 | _) as x:] [b()] ->7 normal
            5 case 5-5 (dead) [Matches case other:] ->6 true
            6 basic 6-6 (dead) [Capture case other:] [dead()] ->7 normal
            7 merge 6-6 ->8 normal
            8 exit 6-6
        "#]],
    );
}

#[test]
fn assert() {
    check(
        r#"
def f(a):
    assert a
    assert b, c()
    d()
"#,
        expect![[r#"
            1 entry 1-1 [Parameters (a)] ->2 normal
            2 condition 2-2 [Test a] ->3 true ->7 false
            3 merge 2-2 ->4 normal
            4 condition 3-3 [Test b] ->5 false ->6 true
            5 raise 3-3 [Evaluate c()] ->7 exception
            6 merge 3-4 [d()] ->7 normal
            7 exit 4-4
        "#]],
    );
}

#[test]
fn assert_that_always_fails() {
    check(
        r#"
def f():
    assert False, "never"
    dead()
"#,
        expect![[r#"
            1 entry 1-1 [Parameters ()] ->2 normal
            2 condition 2-2 [Test False] ->3 false
            3 raise 2-2 [Evaluate "never"] ->5 exception
            4 merge 2-3 (dead) [dead()] ->5 normal
            5 exit 3-3
        "#]],
    );
}

#[test]
fn calls_that_never_return() {
    check(
        r#"
def f(a):
    if a:
        sys.exit(1)
    try:
        exit()
        dead()
    except SystemExit:
        b()
"#,
        expect![[r#"
            1 entry 1-1 [Parameters (a)] ->2 normal
            2 condition 2-2 [Test a] ->3 true ->4 false
            3 basic 3-3 [sys.exit(1)] ->10 exception
            4 merge 3-3 ->5 normal
            5 try 5-6 [exit()] ->7 exception
            6 basic 6-6 (dead) [dead()] ->7 exception ->9 normal
            7 except 7-7 [Handles SystemExit] ->8 true ->10 exception
            8 basic 8-8 [b()] ->9 normal
            9 merge 8-8 ->10 normal
            10 exit 8-8
        "#]],
    );
}

#[test]
fn definitions_inside() {
    check(
        r#"
def f(a):
    @deco(1)
    def g(x=a, *, y: int = b):
        return inner
    @other
    class C(Base, metaclass=M):
        z = 1
    return g
"#,
        expect![[r#"
            1 entry 1-7 [Parameters (a)] [Evaluate deco(1)] [Evaluate a] [Evaluate b] [Define def g(x=a, *, y: int = b):] [Evaluate other] [Evaluate (Base, metaclass=M)] [Define class C(Base, metaclass=M):] ->2 normal
            2 return 8-8 [return g] ->3 return
            3 exit 8-8
        "#]],
    );
}

#[test]
fn class_body() {
    check(
        r#"
class C(Base):
    x = 1
    if x:
        y = 2
    def m(self):
        return 1
"#,
        expect![[r#"
            1 entry 1-2 [x = 1] ->2 normal
            2 condition 3-3 [Test x] ->3 true ->4 false
            3 basic 4-4 [y = 2] ->4 normal
            4 merge 4-6 [Define def m(self):] ->5 normal
            5 exit 6-6
        "#]],
    );
}

#[test]
fn module() {
    check(
        r#"
import os
if os.name == "nt":
    x = 1
else:
    x = 2
print(x)
"#,
        expect![[r#"
            1 entry 1-1 [import os] ->2 normal
            2 condition 2-2 [Test os.name == "nt"] ->3 true ->4 false
            3 basic 3-3 [x = 1] ->5 normal
            4 basic 5-5 [x = 2] ->5 normal
            5 merge 5-6 [print(x)] ->6 normal
            6 exit 6-6
        "#]],
    );
}
