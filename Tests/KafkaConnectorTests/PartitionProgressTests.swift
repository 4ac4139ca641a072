import Testing

@testable import KafkaConnector

@Suite("The progress of a partition")
struct PartitionProgressTests {
    @Test("created times never run backwards, and records without one take that of the record before")
    func times() {
        var progress = PartitionProgress()
        let times = [30, 10, -1, 40].enumerated().map { progress.handOut(Int64($0), milliseconds: $1) }
        #expect(times == [30, 30, 30, 40])
        var timeless = PartitionProgress()
        #expect(timeless.handOut(0, milliseconds: -1) == 0)
    }

    @Test("a consumer that begins in the middle gives the same created times as one that read from the start")
    func learnedTimes() {
        var whole = PartitionProgress()
        for (offset, time) in [50, 20, 30].enumerated() { _ = whole.handOut(Int64(offset), milliseconds: Int64(time)) }
        var later = PartitionProgress()
        later.learn(committed: 2, greatest: whole.greatestTime(before: 2))
        #expect(later.handOut(2, milliseconds: 30) == 50)
        #expect(CommittedTime.milliseconds(CommittedTime.text(50)) == 50)
        #expect(CommittedTime.milliseconds("somebody's note") == nil)
    }

    @Test("only what was handed out can be answered for, and positions never go back")
    func answers() {
        var progress = PartitionProgress()
        progress.learn(committed: 5, greatest: nil)
        progress.answer(3)
        #expect(progress.uncommitted == nil)
        for offset in 5...8 as ClosedRange<Int64> { _ = progress.handOut(offset, milliseconds: offset) }
        progress.answer(9)
        progress.answer(4)
        #expect(progress.uncommitted == nil)
        progress.answer(7)
        progress.answer(6)
        #expect(progress.uncommitted == 8)
        progress.commit(8)
        #expect(progress.uncommitted == nil)
        #expect(progress.committed == 8)
        progress.answer(6)
        #expect(progress.uncommitted == nil)
    }

    @Test("the oldest waiting record is the first that is not committed")
    func oldest() {
        var progress = PartitionProgress()
        progress.learn(committed: nil, greatest: nil)
        #expect(progress.oldestWaiting == nil)
        for (offset, time) in [10, 10, 20, 30].enumerated() {
            _ = progress.handOut(Int64(offset), milliseconds: Int64(time))
        }
        #expect(progress.oldestWaiting == 10)
        progress.commit(1)
        #expect(progress.oldestWaiting == 10)
        progress.commit(2)
        #expect(progress.oldestWaiting == 20)
        progress.commit(4)
        #expect(progress.oldestWaiting == nil)
        #expect(progress.greatestTime(before: 4) == 30)
    }

    @Test("a partition that comes back goes on, and does not go behind what others have committed")
    func returned() {
        var progress = PartitionProgress()
        progress.learn(committed: nil, greatest: nil)
        for offset in 0...9 as ClosedRange<Int64> { _ = progress.handOut(offset, milliseconds: offset) }
        progress.answer(4)
        progress.returned()
        #expect(!progress.isLearned)
        progress.learn(committed: 8, greatest: 70)
        #expect(progress.uncommitted == nil)
        #expect(progress.next == 10)
        #expect(progress.handOut(10, milliseconds: 10) == 70)
        progress.answer(9)
        #expect(progress.uncommitted == 10)
    }
}
