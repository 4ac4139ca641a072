/// Where the operator is taken.
public enum Navigation: Sendable {
    /// A screen on top of this one.
    case push(any Screen)
    /// The screen of a route on top of this one.
    case pushRoute(Route)
    /// The screen of a route as the new root.
    case replaceRoot(Route)
    /// A screen in place of this one (a wizard becomes the detail of what it made).
    case replaceTop(any Screen)
    /// One view back.
    case pop
    /// Out of the program, without asking.
    case quit
}
