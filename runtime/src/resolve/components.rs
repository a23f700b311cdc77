//! From a graph to its strongly connected components, those that a component leads to before it, so that what holds for a
//! node can be told from what holds for its successors even where they form circles. (R. Tarjan: Depth-first search and
//! linear graph algorithms, 1972.) Without recursion, since authors of Python decide how deep a graph is.

use std::hash::Hash;

use rustc_hash::FxHashMap;

/// A graph whose nodes are found by following it.
pub(crate) trait Graph {
    /// A node.
    type Node: Clone + Eq + Hash;

    /// The nodes that a node leads to. Those that the caller knows already may be left out.
    fn successors(&mut self, node: &Self::Node) -> Vec<Self::Node>;

    /// Takes a component; all that it leads to came before it.
    fn finish(&mut self, component: Vec<Self::Node>);
}

/// A node on the way.
struct Step<N> {
    place: usize,
    successors: std::vec::IntoIter<N>,
}

/// The search, with the nodes in the order in which they were met.
struct Search<'g, G: Graph> {
    graph: &'g mut G,
    places: FxHashMap<G::Node, usize>,
    /// By place: the first place that the node leads back to; none when its component is finished.
    low: Vec<Option<usize>>,
    /// Nodes whose component is not finished, with their places.
    open: Vec<(usize, G::Node)>,
    way: Vec<Step<G::Node>>,
}

/// Hands over the components that can be reached from a node, its own last.
pub(crate) fn components<G: Graph>(graph: &mut G, start: G::Node) {
    let mut search = Search { graph, places: FxHashMap::default(), low: Vec::new(), open: Vec::new(), way: Vec::new() };
    search.enter(start);
    while let Some(step) = search.way.last_mut() {
        let place = step.place;
        match step.successors.next() {
            Some(next) => match search.places.get(&next) {
                Some(&known) => search.leads_to(place, known),
                None => search.enter(next),
            },
            None => search.leave(place),
        }
    }
}

impl<G: Graph> Search<'_, G> {
    fn enter(&mut self, node: G::Node) {
        let place = self.low.len();
        let successors = self.graph.successors(&node).into_iter();
        self.low.push(Some(place));
        self.places.insert(node.clone(), place);
        self.open.push((place, node));
        self.way.push(Step { place, successors });
    }

    fn leads_to(&mut self, place: usize, known: usize) {
        if let (Some(low), Some(target)) = (self.low[place], self.low[known]) {
            self.low[place] = Some(low.min(target));
        }
    }

    fn leave(&mut self, place: usize) {
        self.way.pop();
        if let Some(around) = self.way.last() {
            self.leads_to(around.place, place);
        }
        if self.low[place] == Some(place) {
            let first = self.open.iter().rposition(|&(at, _)| at == place).unwrap_or(0);
            let component: Vec<_> = self.open.split_off(first);
            component.iter().for_each(|&(at, _)| self.low[at] = None);
            self.graph.finish(component.into_iter().map(|(_, node)| node).collect());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Letters<'e> {
        edges: &'e str,
        found: Vec<String>,
    }

    impl Graph for Letters<'_> {
        type Node = char;

        fn successors(&mut self, node: &char) -> Vec<char> {
            let edges = self.edges.split(' ').filter(|edge| edge.starts_with(*node));
            edges.filter_map(|edge| edge.chars().nth(1)).collect()
        }

        fn finish(&mut self, mut component: Vec<char>) {
            component.sort_unstable();
            self.found.push(component.into_iter().collect());
        }
    }

    #[test]
    fn what_a_component_leads_to_comes_before_it() {
        for (edges, expected) in [
            ("", "a"),
            ("aa", "a"),
            ("ab bc", "c b a"),
            ("ab ba", "ab"),
            ("ab ac bd cd", "d b c a"),
            ("ab bc cb", "bc a"),
            ("ab bc ca cd de ed", "de abc"),
            ("ab bc cd db da", "abcd"),
            ("ab ac cb bd db", "bd c a"),
        ] {
            let mut graph = Letters { edges, found: Vec::new() };
            components(&mut graph, 'a');
            assert_eq!(graph.found.join(" "), expected, "{edges}");
        }
    }

    #[test]
    fn a_long_chain_needs_no_stack() {
        struct Chain(u32);

        impl Graph for Chain {
            type Node = u32;

            fn successors(&mut self, node: &u32) -> Vec<u32> {
                if *node < 200_000 { vec![node + 1] } else { Vec::new() }
            }

            fn finish(&mut self, component: Vec<u32>) {
                self.0 += component.len() as u32;
            }
        }

        let mut chain = Chain(0);
        components(&mut chain, 0);
        assert_eq!(chain.0, 200_001);
    }
}
