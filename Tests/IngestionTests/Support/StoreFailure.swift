import StorageAPI

enum StoreFailure {
    static let gone = StoreError(
        .unavailable, recovery: .transient, operation: "write rows", connector: "MEMORY", message: "it is gone")
    static let exhausted = StoreError(
        .unavailable, recovery: .exhausted, operation: "write rows", connector: "MEMORY", message: "it is gone")
    static let denied = StoreError(
        .denied, recovery: .permanent, operation: "write rows", connector: "MEMORY", message: "it says no")
    static let cancelled = StoreError(
        .cancelled, recovery: .permanent, operation: "write rows", connector: "MEMORY", message: "asked to stop")
}
