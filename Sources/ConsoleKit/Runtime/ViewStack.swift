import TextCanvas

/// The views: the stack in view, and the stacks of other roots, which keep their filters, cursors and marks.
struct ViewStack {
    private static let parkedLimit = 12

    /// The entries, the root first.
    private(set) var entries: [StackEntry] = []
    /// The route of the root in view.
    private(set) var root = Route("none")
    /// Other roots, the most recent last.
    private(set) var parked: [(route: Route, entries: [StackEntry])] = []
    private var lastNumber = 0

    /// The entry in view.
    var top: StackEntry? { entries.last }

    /// True when only the root is in view.
    var isAtRoot: Bool { entries.count <= 1 }

    /// The route of the root before this one.
    var previousRoot: Route? { parked.last?.route }

    /// Puts a screen on top.
    mutating func push(_ screen: any LiveScreen) -> StackEntry {
        lastNumber += 1
        let entry = StackEntry(id: StackEntry.ID(number: lastNumber), screen: screen)
        entries.append(entry)
        return entry
    }

    /// Takes the top away, unless it is the root.
    mutating func pop() -> StackEntry? { isAtRoot ? nil : entries.removeLast() }

    /// Takes the top away, root or not.
    mutating func removeTop() -> StackEntry? { entries.popLast() }

    /// Goes to a root that was in view before; false when there is none for the route.
    mutating func resume(_ route: Route) -> Bool {
        guard let index = parked.firstIndex(where: { $0.route == route }) else { return false }
        let stack = parked.remove(at: index)
        park()
        root = stack.route
        entries = stack.entries
        return true
    }

    /// Parks the stack in view and begins an empty one; returns the entries that are forgotten for it.
    mutating func begin(_ route: Route) -> [StackEntry] {
        park()
        root = route
        entries = []
        guard parked.count > Self.parkedLimit else { return [] }
        return parked.removeFirst().entries
    }

    private mutating func park() {
        if !entries.isEmpty { parked.append((root, entries)) }
    }
}
