/// A connection that is opened when it is first needed, by whom it belongs to.
///
/// Actors cannot open a file in their initializer without blocking the caller's thread; they keep one of these instead.
public struct LazyConnection {
    /// Opens and prepares the connection; nil where there is nothing to open yet.
    public typealias Opening = @Sendable () throws(DatabaseError) -> Connection?

    private enum State {
        case unopened
        case open(Connection)
        case closed
    }

    private let path: String
    private let opening: Opening
    private var state = State.unopened

    /// Makes one that opens with a closure.
    public init(path: String, opening: @escaping Opening) {
        self.path = path
        self.opening = opening
    }

    /// The connection, opened now if it was not; nil where the closure found nothing to open, to be asked again.
    public mutating func get() throws(DatabaseError) -> Connection? {
        switch state {
        case .open(let connection): return connection
        case .closed: throw DatabaseError(.closed, message: "closed", path: path)
        case .unopened:
            guard let connection = try opening() else { return nil }
            state = .open(connection)
            return connection
        }
    }

    /// Gives the file back for good.
    public mutating func close() {
        if case .open(let connection) = state { connection.close() }
        state = .closed
    }
}
