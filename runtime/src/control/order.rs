//! From the edges of a graph, as they were found, to its successors, predecessors and order.

use std::ops::Range;

use crate::control::{Block, BlockId, Cfg, Edge};

/// The part of a list that belongs to a block; `firsts` says where that of each begins.
#[inline]
pub(super) fn of(firsts: &[u32], id: BlockId) -> Range<usize> {
    firsts[id.index()] as usize..firsts[id.index() + 1] as usize
}

/// Edges or statements sorted by a block, those of one block as they came; and where those of each block begin.
pub(super) fn group<T: Copy>(all: &[T], n_blocks: usize, by: impl Fn(&T) -> BlockId) -> (Vec<T>, Vec<u32>) {
    let mut sorted = all.to_vec();
    sorted.sort_by_key(&by);
    let mut firsts = vec![0_u32; n_blocks + 1];
    for one in all {
        firsts[by(one).index() + 1] += 1;
    }
    for block in 0..n_blocks {
        firsts[block + 1] += firsts[block];
    }
    (sorted, firsts)
}

/// The blocks that the entry leads to, in reverse postorder.
pub(super) fn reverse_postorder(blocks: &[Block], successors: &[Edge], firsts: &[u32]) -> Vec<BlockId> {
    let mut is_seen = vec![false; blocks.len()];
    let mut order = Vec::with_capacity(blocks.len());
    // Each open block with the edge that is followed next. Edges are taken last to first, so that the first successor
    // comes first in the reversed order.
    let mut open = vec![(BlockId::ENTRY, of(firsts, BlockId::ENTRY))];
    is_seen[BlockId::ENTRY.index()] = true;
    while let Some((block, rest)) = open.last_mut() {
        let Some(edge) = rest.next_back() else {
            order.push(*block);
            open.pop();
            continue;
        };
        let to = successors[edge].to;
        if !std::mem::replace(&mut is_seen[to.index()], true) {
            open.push((to, of(firsts, to)));
        }
    }
    order.reverse();
    order
}

impl Cfg {
    /// The block that each block's every way from the entry last goes through; none for the entry and dead blocks.
    /// After K. Cooper, T. Harvey, K. Kennedy, "A Simple, Fast Dominance Algorithm" (2001).
    pub fn immediate_dominators(&self) -> Vec<Option<BlockId>> {
        let mut place = vec![usize::MAX; self.blocks.len()];
        for (at, block) in self.order.iter().enumerate() {
            place[block.index()] = at;
        }
        let mut dominators: Vec<Option<BlockId>> = vec![None; self.blocks.len()];
        dominators[BlockId::ENTRY.index()] = Some(BlockId::ENTRY);
        let mut has_changed = true;
        while has_changed {
            has_changed = false;
            for &block in &self.order[1..] {
                let known = self.predecessors(block).iter().map(|edge| edge.from);
                let found = known
                    .filter(|from| dominators[from.index()].is_some())
                    .reduce(|a, b| common_dominator(&dominators, &place, a, b));
                if dominators[block.index()] != found {
                    dominators[block.index()] = found;
                    has_changed = true;
                }
            }
        }
        dominators[BlockId::ENTRY.index()] = None;
        dominators
    }
}

/// The nearest block that dominates both.
fn common_dominator(dominators: &[Option<BlockId>], place: &[usize], mut a: BlockId, mut b: BlockId) -> BlockId {
    let up = |block: BlockId| dominators[block.index()].unwrap_or(BlockId::ENTRY);
    while a != b {
        while place[a.index()] > place[b.index()] {
            a = up(a);
        }
        while place[b.index()] > place[a.index()] {
            b = up(b);
        }
    }
    a
}
