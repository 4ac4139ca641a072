import Synchronization

/// The folder of the workers' logs: known once the configuration is read, needed when the first worker is started.
final class LogDirectory: Sendable {
    private let value = Mutex("/tmp")

    var path: String {
        get { value.withLock { $0 } }
        set { value.withLock { $0 = newValue } }
    }
}
