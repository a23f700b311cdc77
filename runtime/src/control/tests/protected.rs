//! `try` and `with`: handlers, and jumps through what is left behind.

use expect_test::expect;

use super::check;

#[test]
fn try_with_handlers_and_else() {
    check(
        r#"
def f():
    before()
    try:
        a()
        if b:
            c()
    except (A, B) as e:
        d(e)
    except C:
        return 1
    else:
        g()
    after()
"#,
        expect![[r#"
            1 entry 1-2 [Parameters ()] [before()] ->2 normal
            2 try 4-6 [a()] ->3 normal ->6 exception
            3 condition 5-5 [Test b] ->4 true ->5 false ->6 exception
            4 basic 6-6 [c()] ->5 normal ->6 exception
            5 merge 6-6 ->11 normal
            6 except 7-7 [Handles (A, B) as e] ->7 true ->8 false
            7 basic 8-8 [BindException e] [d(e)] [UnbindException e] ->12 normal
            8 except 9-9 [Handles C] ->9 true ->13 exception
            9 basic 10-10 ->10 normal
            10 return 10-10 [return 1] ->13 return
            11 else 12-12 [g()] ->12 normal
            12 merge 12-13 [after()] ->13 normal
            13 exit 13-13
        "#]],
    );
}

#[test]
fn try_with_bare_except() {
    check(
        r#"
def f():
    try:
        x = 1
    except:
        raise
    return x
"#,
        expect![[r#"
            1 entry 1-1 [Parameters ()] ->2 normal
            2 try 3-3 [x = 1] ->3 exception ->6 normal
            3 except 4-4 ->4 normal
            4 basic 5-5 ->5 normal
            5 raise 5-5 [raise] ->8 exception
            6 merge 5-5 ->7 normal
            7 return 6-6 [return x] ->8 return
            8 exit 6-6
        "#]],
    );
}

#[test]
fn return_through_finally() {
    check(
        r#"
def f():
    try:
        return a()
    finally:
        b()
    dead()
"#,
        expect![[r#"
            1 entry 1-1 [Parameters ()] ->2 normal
            2 try 3-3 ->3 normal ->4 exception
            3 return 3-3 [return a()] ->4 exception ->4 return
            4 finally 5-5 [b()] ->6 exception ->6 return
            5 merge 5-6 (dead) [dead()] ->6 normal
            6 exit 6-6
        "#]],
    );
}

#[test]
fn break_continue_and_return_through_nested_finally() {
    check(
        r#"
def f(a):
    for x in a:
        try:
            if x == 1:
                break
            if x == 2:
                continue
            try:
                return x
            finally:
                b()
        finally:
            c()
    d()
"#,
        expect![[r#"
            1 entry 1-1 [Parameters (a)] [Evaluate a] ->2 normal
            2 loop_condition 2-2 [Next for x in a:] ->3 true ->17 false
            3 loop_body 3-13 [BindNext x] ->4 normal
            4 try 4-11 ->5 normal ->15 exception
            5 condition 4-4 [Test x == 1] ->6 true ->7 false ->15 exception
            6 basic 5-5 [break] ->15 break
            7 merge 5-5 ->8 normal
            8 condition 6-6 [Test x == 2] ->9 true ->10 false ->15 exception
            9 basic 7-7 [continue] ->15 continue
            10 merge 7-7 ->11 normal
            11 try 9-9 ->12 normal ->13 exception
            12 return 9-9 [return x] ->13 exception ->13 return
            13 finally 11-11 [b()] ->15 exception ->15 return
            14 merge 11-11 (dead) ->15 normal
            15 finally 13-13 [c()] ->2 continue ->17 break ->18 exception ->18 return
            16 merge 13-13 (dead) ->2 back_edge
            17 merge 13-14 [d()] ->18 normal
            18 exit 14-14
        "#]],
    );
}

#[test]
fn finally_that_swallows_what_came() {
    check(
        r#"
def f():
    while a:
        try:
            raise E
        finally:
            break
    return 1
"#,
        expect![[r#"
            1 entry 1-1 [Parameters ()] ->2 normal
            2 loop_condition 2-2 [Test a] ->3 true ->8 false
            3 loop_body 3-6 ->4 normal
            4 try 4-4 ->5 normal ->6 exception
            5 raise 4-4 [raise E] ->6 exception
            6 finally 6-6 [break] ->8 break
            7 merge 6-6 (dead) ->2 back_edge
            8 merge 6-6 ->9 normal
            9 return 7-7 [return 1] ->10 return
            10 exit 7-7
        "#]],
    );
}

#[test]
fn exceptions_in_handlers_and_else_go_to_finally() {
    check(
        r#"
def f():
    try:
        a()
    except E:
        b()
    else:
        c()
    finally:
        d()
    e()
"#,
        expect![[r#"
            1 entry 1-1 [Parameters ()] ->2 normal
            2 try 3-3 [a()] ->3 exception ->5 normal
            3 except 4-4 [Handles E] ->4 true ->6 exception
            4 basic 5-5 [b()] ->6 normal ->6 exception
            5 else 7-7 [c()] ->6 normal ->6 exception
            6 finally 9-9 [d()] ->7 normal ->8 exception
            7 merge 9-10 [e()] ->8 normal
            8 exit 10-10
        "#]],
    );
}

#[test]
fn exception_groups() {
    check(
        r#"
def f():
    try:
        a()
    except* A as e:
        b()
    except* B:
        c()
    d()
"#,
        expect![[r#"
            1 entry 1-1 [Parameters ()] ->2 normal
            2 try 3-3 [a()] ->3 exception ->7 normal
            3 except 4-4 [Handles A as e] ->4 true ->5 false
            4 basic 5-5 [BindException e] [b()] [UnbindException e] ->5 normal
            5 except 6-6 [Handles B] ->6 true ->7 false ->8 exception
            6 basic 7-7 [c()] ->7 normal ->8 exception
            7 merge 7-8 [d()] ->8 normal
            8 exit 8-8
        "#]],
    );
}

#[test]
fn nested_tries() {
    check(
        r#"
def f():
    try:
        try:
            a()
        except A:
            b()
        c()
    except B:
        d()
"#,
        expect![[r#"
            1 entry 1-1 [Parameters ()] ->2 normal
            2 try 3-7 ->3 normal ->7 exception
            3 try 4-4 [a()] ->4 exception ->6 normal
            4 except 5-5 [Handles A] ->5 true ->7 exception
            5 basic 6-6 [b()] ->6 normal ->7 exception
            6 merge 6-7 [c()] ->7 exception ->9 normal
            7 except 8-8 [Handles B] ->8 true ->10 exception
            8 basic 9-9 [d()] ->9 normal
            9 merge 9-9 ->10 normal
            10 exit 9-9
        "#]],
    );
}

#[test]
fn with() {
    check(
        r#"
def f():
    with a() as x, b() as (y, z):
        c(x)
        if y:
            return z
    d()
"#,
        expect![[r#"
            1 entry 1-1 [Parameters ()] ->2 normal
            2 with 2-5 [Enter a() as x] [Enter b() as (y, z)] [c(x)] ->3 normal ->7 exception
            3 condition 4-4 [Test y] ->4 true ->6 false ->7 exception
            4 basic 5-5 ->5 normal
            5 return 5-5 [return z] ->7 exception ->7 return
            6 merge 5-5 ->7 normal
            7 with_exit 5-5 [Leave b() as (y, z)] [Leave a() as x] ->8 normal ->9 exception ->9 return
            8 merge 5-6 [d()] ->9 normal
            9 exit 6-6
        "#]],
    );
}

#[test]
fn with_that_always_returns_may_swallow() {
    check(
        r#"
async def f():
    async with a() as x:
        return x
    b()
"#,
        expect![[r#"
            1 entry 1-1 [Parameters ()] ->2 normal
            2 with 2-3 [Enter a() as x] ->3 normal ->4 exception
            3 return 3-3 [return x] ->4 exception ->4 return
            4 with_exit 3-3 [Leave a() as x] ->5 suppressed ->6 exception ->6 return
            5 merge 3-4 [b()] ->6 normal
            6 exit 4-4
        "#]],
    );
}

#[test]
fn assert_in_a_try() {
    check(
        r#"
def f(a):
    try:
        assert a, b
    except AssertionError:
        c()
"#,
        expect![[r#"
            1 entry 1-1 [Parameters (a)] ->2 normal
            2 try 3-3 ->3 normal ->6 exception
            3 condition 3-3 [Test a] ->4 false ->5 true ->6 exception
            4 raise 3-3 [Evaluate b] ->6 exception
            5 merge 3-3 ->8 normal
            6 except 4-4 [Handles AssertionError] ->7 true ->9 exception
            7 basic 5-5 [c()] ->8 normal
            8 merge 5-5 ->9 normal
            9 exit 5-5
        "#]],
    );
}

#[test]
fn finally_without_a_way_back() {
    check(
        r#"
def f():
    try:
        a()
    finally:
        while True:
            b()
    dead()
"#,
        expect![[r#"
            1 entry 1-1 [Parameters ()] ->2 normal
            2 try 3-3 [a()] ->3 normal ->3 exception
            3 finally 5-6 ->4 normal
            4 loop_condition 5-5 [Test True] ->5 true
            5 loop_body 6-6 [b()] ->4 back_edge
            6 merge 6-6 (dead) ->7 normal ->8 exception
            7 merge 6-7 (dead) [dead()] ->8 normal
            8 exit 7-7 (dead)
        "#]],
    );
}

#[test]
fn if_whose_branches_all_leave_inside_a_try() {
    check(
        r#"
def f(a):
    try:
        if a:
            return 1
        else:
            return 2
    finally:
        b()
    dead()
"#,
        expect![[r#"
            1 entry 1-1 [Parameters (a)] ->2 normal
            2 try 3-6 ->3 normal ->9 exception
            3 condition 3-3 [Test a] ->4 true ->6 false ->9 exception
            4 basic 4-4 ->5 normal
            5 return 4-4 [return 1] ->9 exception ->9 return
            6 basic 6-6 ->7 normal
            7 return 6-6 [return 2] ->9 exception ->9 return
            8 merge 6-6 (dead) ->9 normal
            9 finally 8-8 [b()] ->11 exception ->11 return
            10 merge 8-9 (dead) [dead()] ->11 normal
            11 exit 9-9
        "#]],
    );
}

#[test]
fn nothing_in_it_that_can_raise() {
    check(
        r#"
def f():
    try:
        a()
        while True:
            pass
    except E:
        global g
"#,
        expect![[r#"
            1 entry 1-1 [Parameters ()] ->2 normal
            2 try 3-5 [a()] ->3 normal ->6 exception
            3 loop_condition 4-4 [Test True] ->4 true ->6 exception
            4 loop_body 5-5 [pass] ->3 back_edge
            5 merge 5-5 (dead) ->8 normal
            6 except 6-6 [Handles E] ->7 true ->9 exception
            7 basic 7-7 [global g] ->8 normal
            8 merge 7-7 ->9 normal
            9 exit 7-7
        "#]],
    );
}
