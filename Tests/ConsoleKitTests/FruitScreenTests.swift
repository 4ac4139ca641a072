import ConsoleKit
import ScreenTestKit
import Synchronization
import Testing
import TextCanvas
import Themes

/// The bowl that the example's operations look into.
final class FruitBowl: Sendable {
    let contents = Mutex([
        Fruit(id: "apple", kilos: 12), Fruit(id: "banana", kilos: 3, isRotten: true), Fruit(id: "cherry", kilos: 40),
    ])

    var operations: FruitOperations {
        FruitOperations(
            all: { .success(self.contents.withLock { $0 }) },
            discard: { id in
                self.contents.withLock { $0.removeAll { $0.id == id } }
                return .success(())
            })
    }

    func setup(_ clock: SteppedClock) -> ConsoleSetup {
        let catalog = ScreenCatalog([
            CatalogEntry("fruit", aliases: ["fr"], digit: 2, summary: "what is in the bowl", usage: "[/FILTER]") {
                route in
                FruitScreen(operations: self.operations, filter: route.filter)
            },
            CatalogEntry("detail", summary: "one fruit", usage: "NAME") { route throws(Problem) in
                guard let name = route.arguments.first else { throw Problem("which fruit?") }
                return FruitDetailScreen(fruit: name)
            },
        ])
        return ConsoleSetup(
            catalog: catalog, opening: Route("fruit"),
            header: HeaderFacts(
                name: "bowl",
                endpoints: [EndpointHealth("store", .up), EndpointHealth("hist", .degraded, detail: "812 ms")]),
            theme: Theme(.dusk), glyphs: .ascii, clock: clock.clock, hasMotion: false)
    }
}

@Suite("The example screen")
struct FruitScreenTests {
    private let bowl = FruitBowl()
    private let clock = SteppedClock(WallTime(seconds: 1_591_272_271))

    @Test("loading fills the list and asks again every two seconds")
    func loading() async {
        let tester = ScreenTester(FruitScreen(operations: bowl.operations))
        tester.start { $0.list.loadStarted(tester.context) }
        #expect(tester.takeTimer("refresh")?.delay == .seconds(2))
        await tester.runEffect("fruit") { state in
            state.list.loaded(bowl.contents.withLock { $0 }, FruitScreen.list, tester.context)
        }
        #expect(tester.state.list.cursorRow?.id == "banana")
        tester.finish()
    }

    @Test("a key opens the row, filters, sorts, marks and discards")
    func wholeConsole() async {
        let driver = ConsoleDriver(bowl.setup(clock), size: Size(columns: 80, rows: 24))
        await driver.waitUntilIdle()
        GoldenScreen.expect(driver.frame, "fruit-80x24")

        driver.press(.character("s"), .down, .enter)
        driver.press(.down)
        GoldenScreen.expect(driver.frame, "fruit-sorted-80x24")
        driver.press(.enter)
        #expect(driver.frame.textSnapshot.contains("-- Fruit apple"))
        driver.press(.character("q"))

        driver.press(.character("/"))
        driver.type("rr")
        driver.press(.enter, .character(" "), .character("D"))
        GoldenScreen.expect(driver.frame, "fruit-discard-80x24")
        driver.press(.character("1"), .enter)
        await driver.waitUntilIdle()
        #expect(bowl.contents.withLock { $0.map(\.id) } == ["apple", "banana"])
        #expect(driver.frame.textSnapshot.contains("Nothing matches this filter"))
        driver.press(.escape, .character(":"))
        driver.type("q")
        driver.press(.enter)
        #expect(driver.exit == .quit)
        await driver.close()
    }
}
