public import Operations

/// Starts a worker as a process of its own that outlives this one, and answers with its process id.
public typealias WorkerLauncher = @Sendable (WorkerTask) async throws(OperationError) -> Int32
