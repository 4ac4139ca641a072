import StorageAPI

/// The settings of a local log, read.
struct LocalLogConfiguration: Sendable, Hashable {
    /// The settings that there are.
    static let settings = [
        ConnectorSetting(
            "path", .path, defaultValue: "log.db",
            documentation: "the file of the log; it is created with its first use")
    ]

    /// The file, as an absolute path.
    let path: String

    init(_ place: ConnectorCard.Place) {
        path = place.absolute(place.config["path"] ?? "log.db")
    }
}
