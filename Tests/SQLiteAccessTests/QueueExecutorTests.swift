import Dispatch
import SQLiteAccess
import Testing

@Suite("A queue executor")
struct QueueExecutorTests {
    private actor Blocking {
        private let executor = QueueExecutor(label: "test")
        nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

        func meet(_ mine: DispatchSemaphore, _ other: DispatchSemaphore) {
            mine.signal()
            other.wait()
        }
    }

    @Test("lets actors block side by side, more of them than there are processors")
    func sideBySide() async {
        let semaphores = (0..<16).map { _ in DispatchSemaphore(value: 0) }
        await withTaskGroup { group in
            for place in semaphores.indices {
                let (mine, next) = (semaphores[place], semaphores[(place + 1) % semaphores.count])
                group.addTask { await Blocking().meet(mine, next) }
            }
        }
        #expect(semaphores.count == 16)
    }
}
