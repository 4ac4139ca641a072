import ConsoleKit
import FeatureModel
import Operations
import ScreenTestKit
import Showcase
import Testing
import TextCanvas
import Themes

@testable import Screens

/// A console on the showcase's world, stepped by hand: the views as an operator sees them.
final class Gallery {
    /// The clock of the console and of the world.
    let clock = SteppedClock(WallTime(seconds: ShowcaseScenario.usualTime.seconds))
    /// The world.
    let showcase: Showcase
    /// The console.
    let driver: ConsoleDriver

    /// Opens a view.
    init(_ route: Route, _ scenario: ShowcaseScenario = ShowcaseScenario(), columns: Int = 80, rows: Int = 24) {
        let wall = clock.clock.wall
        showcase = Showcase(scenario, clock: { Timestamp(seconds: wall().seconds) })
        let setup = ConsoleSetup(
            catalog: LarderScreens.catalog(showcase.operations), opening: route,
            header: HeaderFacts(name: "prod-eu", isReadOnly: scenario.isReadOnly), theme: Theme(.dusk),
            glyphs: .ascii, clock: clock.clock, hasMotion: false)
        driver = ConsoleDriver(setup, size: Size(columns: columns, rows: rows))
    }

    /// What is on the screen, as text.
    var text: String { driver.frame.textSnapshot }

    /// Waits until everything asked for is there.
    func settle() async { await driver.waitUntilIdle() }

    /// Presses a key and waits for what follows.
    func press(_ keys: Key...) async {
        for key in keys {
            driver.press(key)
            await settle()
        }
    }

    /// Types letters and waits for what follows.
    func type(_ text: String) async {
        driver.type(text)
        await settle()
    }

    /// Compares with a golden file beside the test.
    func expect(_ name: String, filePath: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation) {
        GoldenScreen.expect(driver.frame, name, filePath: filePath, sourceLocation: sourceLocation)
    }

    /// Opens a view at several sizes and compares each with its golden file, `NAME-80x24` and so on.
    static func expect(
        _ route: Route, _ name: String, _ scenario: ShowcaseScenario = ShowcaseScenario(),
        sizes: [(Int, Int)] = [(80, 24), (120, 40), (60, 16), (40, 10)], filePath: String = #filePath,
        isolation: isolated (any Actor)? = #isolation, sourceLocation: SourceLocation = #_sourceLocation,
        after prepare: (Gallery) async -> Void = { _ in }
    ) async {
        for (columns, rows) in sizes {
            let gallery = Gallery(route, scenario, columns: columns, rows: rows)
            await gallery.settle()
            await prepare(gallery)
            gallery.expect("\(name)-\(columns)x\(rows)", filePath: filePath, sourceLocation: sourceLocation)
            await gallery.driver.close()
        }
    }
}
