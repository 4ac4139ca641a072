import Testing

@testable import Ingestion

@Suite("A stop signal")
struct StopSignalTests {
    @Test("the first order counts, but for a lost lease")
    func firstOrder() {
        let signal = StopSignal()
        #expect(signal.order == nil)
        signal.raise(.stop)
        signal.raise(.restart)
        #expect(signal.order == .stop)
        signal.raise(.leaseLost)
        #expect(signal.order == .leaseLost)
        signal.raise(.stop)
        #expect(signal.order == .leaseLost)
    }

    @Test("work that is under way is cut short, work that is done is answered")
    func cuttingShort() async {
        let signal = StopSignal()
        #expect(await signal.cutShort { 5 } == 5)
        let (stream, continuation) = AsyncStream<Never>.makeStream()
        async let answer = signal.cutShort { () -> Bool in
            await withTaskCancellationHandler {
                signal.raise(.shutdown)
                for await _ in stream {}
                return Task.isCancelled
            } onCancel: {
                continuation.finish()
            }
        }
        #expect(await answer == nil)
        #expect(signal.order == .shutdown)
    }

    @Test("a signal that was raised before cuts short at once")
    func raisedBefore() async {
        let signal = StopSignal()
        signal.raise(.stop)
        let (stream, continuation) = AsyncStream<Never>.makeStream()
        let answer = await signal.cutShort { () -> Int in
            await withTaskCancellationHandler {
                for await _ in stream {}
                return 1
            } onCancel: {
                continuation.finish()
            }
        }
        #expect(answer == nil)
    }
}
