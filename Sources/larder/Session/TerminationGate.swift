import Dispatch
import Glibc

/// Turns the first request to end the process into a call; a second one ends it at once.
struct TerminationGate {
    private let sources: [any DispatchSourceSignal]

    init(signals: [Int32] = [SIGTERM, SIGINT, SIGHUP], _ asked: @escaping @Sendable () -> Void) {
        sources = signals.map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                signal(number, SIG_DFL)
                asked()
            }
            source.resume()
            return source
        }
    }

    /// Gives the signals their usual meaning again.
    func close() {
        sources.forEach { $0.cancel() }
    }
}
