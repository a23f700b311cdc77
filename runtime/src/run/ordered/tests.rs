//! Tasks that end in any order, and results that come in one.

use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::*;

/// Waits for other threads to have begun that many tasks.
fn wait_for(n_begun: &AtomicUsize, n: usize) {
    while n_begun.load(Ordering::SeqCst) < n {
        thread::yield_now();
    }
}

fn check(n_tasks: usize, jobs: usize) {
    let mut taken = Vec::new();
    let n_begun = AtomicUsize::new(0);
    let work = |n_done: &mut usize, task: usize| {
        *n_done += 1;
        n_begun.fetch_add(1, Ordering::SeqCst);
        // Every seventh task ends after the next one has begun, so that results come early.
        if jobs > 1 && task.is_multiple_of(7) {
            wait_for(&n_begun, n_tasks.min(task + 2));
        }
        task * 2
    };
    in_order(
        n_tasks,
        jobs,
        || 0,
        work,
        |task, result| {
            taken.push((task, result));
            Ok::<(), io::Error>(())
        },
    )
    .unwrap();
    let expected: Vec<_> = (0..n_tasks).map(|task| (task, task * 2)).collect();
    assert_eq!(taken, expected, "{n_tasks} tasks, {jobs} threads");
}

#[test]
fn results_come_in_order() {
    for jobs in [0, 1, 2, 5, 16] {
        for n_tasks in [0, 1, 2, 33, 400] {
            check(n_tasks, jobs);
        }
    }
}

#[test]
fn threads_do_not_run_far_ahead() {
    let (n_begun, most_ahead) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let work = |_: &mut (), task: usize| {
        n_begun.fetch_add(1, Ordering::SeqCst);
        // While the first task goes on, the others run as far ahead as they may.
        if task == 0 {
            wait_for(&n_begun, 3 * AHEAD);
        }
    };
    in_order(
        1_000,
        3,
        || (),
        work,
        |task, ()| {
            most_ahead.fetch_max(n_begun.load(Ordering::SeqCst) - task, Ordering::SeqCst);
            Ok::<(), io::Error>(())
        },
    )
    .unwrap();
    assert_eq!(most_ahead.into_inner(), 3 * AHEAD, "tasks ahead");
}

#[test]
fn an_error_ends_the_work() {
    let n_begun = AtomicUsize::new(0);
    let work = |_: &mut (), _| n_begun.fetch_add(1, Ordering::SeqCst);
    let outcome = in_order(
        100_000,
        2,
        || (),
        work,
        |task, _| {
            if task == 5 { Err(io::Error::other("full")) } else { Ok(()) }
        },
    );
    assert_eq!(outcome.unwrap_err().to_string(), "full");
    assert!(n_begun.into_inner() <= 6 + 4 * AHEAD, "threads stop soon");
}
