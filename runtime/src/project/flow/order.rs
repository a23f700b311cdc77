//! What comes before what in a body, and what is overwritten in between.

use super::path::LabelId;
use super::skeleton::{Block, Overwrite, Skeleton};

/// What is there from the beginning.
pub(super) const START: u32 = 0;

/// The end of the body.
pub(super) const END: u32 = u32::MAX;

/// When the body has come to its end, and whoever called it writes into what it gave.
pub(super) const AFTER: u32 = END - 1;

/// Whether what holds from one place in the order on still holds at another one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Reach {
    /// It does, on some way.
    Yes,
    /// No way leads there.
    Never,
    /// On every way something is stored in its place.
    Overwritten,
}

/// Whether what lies in an object under a label since `since` is still there at `at`.
pub(super) fn reaches(body: &Skeleton, object: u32, label: Option<LabelId>, since: u32, at: u32) -> Reach {
    let overwrites = match label {
        Some(label) => overwrites_of(body, object, label),
        None => Vec::new(),
    };
    if overwrites.is_empty() {
        return match since == START || is_after(body, since, at, &[]) {
            true => Reach::Yes,
            false => Reach::Never,
        };
    }
    match is_after(body, since, at, &overwrites) {
        true => Reach::Yes,
        false if since == START || is_after(body, since, at, &[]) => Reach::Overwritten,
        false => Reach::Never,
    }
}

fn overwrites_of(body: &Skeleton, object: u32, label: LabelId) -> Vec<u32> {
    let first = body.overwrites.partition_point(|overwrite| overwrite.object < object);
    let of_object = body.overwrites[first..].iter().take_while(|overwrite| overwrite.object == object);
    of_object.filter(|overwrite: &&Overwrite| overwrite.label.overwrites(label)).map(|overwrite| overwrite.at).collect()
}

/// Some way leads from `since` to `at` past none of the places in `without`.
fn is_after(body: &Skeleton, since: u32, at: u32, without: &[u32]) -> bool {
    let blocks = &body.blocks;
    if blocks.len() < 2 {
        return since <= at && is_free(since, at, without);
    }
    let start = block_at(blocks, since.saturating_sub(1));
    let end = end_of(blocks, start);
    if (since..end).contains(&at) && is_free(since, at, without) {
        return true;
    }
    if !is_free(since, end, without) {
        return false;
    }
    let mut is_seen = vec![false; blocks.len()];
    let mut open = vec![start];
    while let Some(block) = open.pop() {
        if at == END && blocks[block].is_end {
            return true;
        }
        for &next in &blocks[block].next {
            let next = next as usize;
            if next >= blocks.len() || std::mem::replace(&mut is_seen[next], true) {
                continue;
            }
            let (first, end) = (blocks[next].first, end_of(blocks, next));
            if at != END && (first..end).contains(&at) && is_free(first, at, without) {
                return true;
            }
            if is_free(first, end, without) {
                open.push(next);
            }
        }
    }
    false
}

/// Nothing of `places` lies from `first` up to `end`.
fn is_free(first: u32, end: u32, places: &[u32]) -> bool {
    !places.iter().any(|place| (first..end).contains(place))
}

fn block_at(blocks: &[Block], at: u32) -> usize {
    blocks.partition_point(|block| block.first <= at).saturating_sub(1)
}

fn end_of(blocks: &[Block], block: usize) -> u32 {
    blocks.get(block + 1).map_or(END, |next| next.first)
}
