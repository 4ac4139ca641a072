public import FeatureModel

/// What a door wants opened.
public struct WorkspaceRequest: Sendable, Hashable {
    /// Where it is.
    public let place: WorkspacePlace
    /// Refuses every change, whatever the configuration says.
    public let isReadOnly: Bool
    /// Replaces the configuration's project; nil leaves it.
    public let project: ProjectName?

    /// Makes a request.
    public init(place: WorkspacePlace, isReadOnly: Bool = false, project: ProjectName? = nil) {
        self.place = place
        self.isReadOnly = isReadOnly
        self.project = project
    }
}
