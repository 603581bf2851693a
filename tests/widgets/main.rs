//! The widgets in one small program that holds every one of them, driven by keys and clicks.

#[path = "../driver/mod.rs"]
mod driver;

mod demo;
mod dialog;
mod focus;
mod keys;
mod page;
mod typing;

use demo::Demo;
use ventanilla::app::theme::measure::{DETAIL, LIST};

fn picture(name: &str) -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("widgets")
        .join(name)
}

/// Not a gate: pictures to be looked at, under target/tmp/widgets.
#[test]
fn pictures() {
    let mut demo = Demo::driven();
    demo.click("Ramírez Soto, Ana Lucía");
    demo.screenshot(picture("list.png"));

    demo.click_id("nss");
    demo.type_text("48190600482");
    demo.press("flecha abajo");
    demo.screenshot(picture("field.png"));

    demo.press("Tab");
    demo.press("Tab");
    demo.type_text("m");
    demo.screenshot(picture("choice.png"));

    demo.press("F7");
    demo.screenshot(picture("dialog.png"));
    demo.resize(1024.0, 640.0);
    demo.screenshot(picture("dialog-1024.png"));
    demo.resize(1366.0, 768.0);
    demo.scale(1.5);
    demo.screenshot(picture("dialog-150.png"));

    assert_eq!(DETAIL + LIST, 1366.0 - 104.0);
}
