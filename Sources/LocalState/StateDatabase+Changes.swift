extension StateDatabase {
    /// Says that something was written, by this process at once and by another one within `interval`.
    ///
    /// The first element comes at once, so that a loop over the changes begins by reading. Several writes may be one
    /// element; whoever gets it reads what it shows anew. SQLite does not announce another process's writes, so
    /// `PRAGMA data_version` is asked every `interval`: a few microseconds, and no other work while nothing changes.
    ///
    /// - Parameters:
    ///   - interval: how often to look for other processes' writes.
    ///   - clock: what to wait with.
    /// - Returns: a stream that ends when the database is closed or its file cannot be read any more, and that stops
    ///   looking when it is no longer iterated over.
    public func changes<C: Clock>(every interval: Duration, clock: C) -> AsyncStream<Void>
    where C.Duration == Duration {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let (path, writes) = (path, announcer.writes())
        let watch = Task {
            let opened = await BlockingWork.run { Result { try DataVersionProbe(path: path) } }
            if let probe = try? opened.get() {
                let watch = VersionWatch(probe: probe) { continuation.yield() }
                await Self.run(watch, writes: writes, every: interval, clock: clock)
                await probe.close()
            }
            continuation.finish()
        }
        continuation.onTermination = { _ in watch.cancel() }
        return stream
    }

    private static func run<C: Clock>(
        _ watch: VersionWatch, writes: AsyncStream<Void>, every interval: Duration, clock: C
    ) async where C.Duration == Duration {
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                for await _ in writes { await watch.noticeWrite() }
            }
            group.addTask {
                // Throws when it is cancelled, or when the file is gone: nothing more can be told then.
                while (try? await watch.look()) != nil, (try? await clock.sleep(for: interval)) != nil {}
            }
            await group.next()
            group.cancelAll()
        }
    }
}
