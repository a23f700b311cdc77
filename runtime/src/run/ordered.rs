//! From numbered tasks to their results in the order of the numbers, with several threads at work and a bounded number of
//! results in memory.

use std::collections::BTreeMap;
use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crossbeam_channel::bounded;

/// How many tasks a thread may be ahead of the result that is taken next. One slow task holds the others up only when
/// they are that far ahead.
const AHEAD: usize = 32;

/// Stack of a worker. Expressions nest as deep as their author likes, and what recurses over them has room here.
const STACK_BYTES: usize = 64 << 20;

/// Runs `work` on `0..n_tasks` with `jobs` threads, each with a state of its own, and gives the results to `take` on the
/// calling thread, in order.
///
/// # Errors
///
/// Those of `take`, which end the whole, and that the system gives no thread.
pub(super) fn in_order<S, T, E>(
    n_tasks: usize,
    jobs: usize,
    state: impl Fn() -> S + Sync,
    work: impl Fn(&mut S, usize) -> T + Sync,
    mut take: impl FnMut(usize, T) -> Result<(), E>,
) -> Result<(), E>
where
    T: Send,
    E: From<io::Error>,
{
    let jobs = jobs.clamp(1, n_tasks.max(1));
    let next_task = AtomicUsize::new(0);
    let (state, work, next_task) = (&state, &work, &next_task);
    thread::scope(|scope| {
        // A worker needs a permit for each task; each result that is taken gives one back. So no more than `ahead` tasks
        // are begun and not taken, and the one that is waited for is always among them.
        let ahead = jobs * AHEAD;
        let (permit, permits) = bounded(ahead);
        let (done, results) = bounded(ahead);
        for _ in 0..ahead {
            let _ = permit.send(());
        }
        for _ in 0..jobs {
            let (permits, done) = (permits.clone(), done.clone());
            let worker = move || {
                let mut state = state();
                while permits.recv().is_ok() {
                    let task = next_task.fetch_add(1, Ordering::Relaxed);
                    if task >= n_tasks || done.send((task, work(&mut state, task))).is_err() {
                        break;
                    }
                }
            };
            thread::Builder::new().stack_size(STACK_BYTES).spawn_scoped(scope, worker)?;
        }
        drop(done);
        let mut early = BTreeMap::new();
        let mut expected = 0;
        for (task, result) in results {
            early.insert(task, result);
            while let Some(result) = early.remove(&expected) {
                take(expected, result)?;
                expected += 1;
                let _ = permit.send(());
            }
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests;
