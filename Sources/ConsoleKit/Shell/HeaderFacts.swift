/// What the header shows besides the clock; handed in, and again whenever it changes.
public struct HeaderFacts: Sendable, Hashable {
    /// The workspace's or context's name.
    public var name: String
    /// True for a protected context: its name is drawn in the protected role, and confirmations are one level harder.
    public var isProtected: Bool
    /// The project, `all` for all of them; empty to leave it out.
    public var project: String
    /// True while nothing may be changed.
    public var isReadOnly: Bool
    /// What `now` means when it is not the present: `2013-02-01T00:00:00Z`; nil for the present.
    public var asOf: String?
    /// The health of every store and source.
    public var endpoints: [EndpointHealth]

    /// Makes the facts.
    public init(
        name: String, isProtected: Bool = false, project: String = "", isReadOnly: Bool = false, asOf: String? = nil,
        endpoints: [EndpointHealth] = []
    ) {
        self.name = name
        self.isProtected = isProtected
        self.project = project
        self.isReadOnly = isReadOnly
        self.asOf = asOf
        self.endpoints = endpoints
    }
}
