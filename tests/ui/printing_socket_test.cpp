// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/no_network.h"
#include "tests/support/screen.h"
#include "ui/pages/printing/print_job.h"

#include <QDialog>

namespace keywork::test::printing_socket_test {

TEST_CASE("Asking for a printer opens no network socket, with a print server on this PC or without")
{
    if (!areNetworkSocketsForbidden())
        WARN("seccomp filters are not to be had here: nothing watches for network sockets in this run");
    // A socket ends this program at once with exit code 99 (no_network.h); libcups asks localhost where /run/cups is missing.
    QWidget window;
    window.show();
    askForPrinter(&window, [](QPrinter &) {});
    QTest::qWait(1000); // the dialog looks for printers while it is open
    CHECK(window.findChild<QDialog *>());
}

} // namespace keywork::test::printing_socket_test
