/// The process that runs a job.
public struct WorkerIdentity: Sendable, Hashable, Codable {
    /// The name of the machine.
    public let host: String
    /// The process id there.
    public let pid: Int32

    /// Makes an identity.
    public init(host: String, pid: Int32) {
        self.host = host
        self.pid = pid
    }
}
