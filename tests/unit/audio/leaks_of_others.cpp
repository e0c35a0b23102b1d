// What LeakSanitizer finds in libraries and is not ours to mend.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions()
{
    // libpulse keeps the context of a sound server that is not there; one per look at the devices.
    // GLib deliberately leaves a table behind when it grows; nothing but g_malloc is seen on its stack.
    return "leak:libpulse.so\nleak:^g_malloc$\n";
}
