$ErrorActionPreference = 'Stop'
$shortcut = (New-Object -ComObject WScript.Shell).CreateShortcut($env:SANDGLASS_SHORTCUT)
$shortcut.TargetPath = $env:SANDGLASS_PROGRAM
$shortcut.WorkingDirectory = Split-Path -Parent $env:SANDGLASS_PROGRAM
$shortcut.Description = 'Keep AWS sessions alive from the system tray'
$shortcut.Save()
# WScript.Shell cannot set System.AppUserModel.ID, so the shell's property store does.
Add-Type -TypeDefinition @'
using System;
using System.Runtime.InteropServices;

public static class ApplicationId {
    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    struct Key { public Guid Format; public uint Id; }

    [StructLayout(LayoutKind.Explicit, Size = 24)]
    struct Variant { [FieldOffset(0)] public ushort Type; [FieldOffset(8)] public IntPtr Text; }

    [ComImport, Guid("886D8EEB-8CF2-4446-8D02-CDBA1DBDCF99"), InterfaceType(ComInterfaceType.InterfaceIsIUnknown)]
    interface IPropertyStore {
        void GetCount(out uint count);
        void GetAt(uint index, out Key key);
        void GetValue(ref Key key, out Variant value);
        void SetValue(ref Key key, ref Variant value);
        void Commit();
    }

    [DllImport("shell32.dll", CharSet = CharSet.Unicode, PreserveSig = false)]
    static extern void SHGetPropertyStoreFromParsingName(
        string path, IntPtr context, uint flags, ref Guid kind, out IPropertyStore store);

    public static void Set(string path, string id) {
        const uint ReadWrite = 2;
        const ushort WideString = 31;
        Guid kind = typeof(IPropertyStore).GUID;
        IPropertyStore store;
        SHGetPropertyStoreFromParsingName(path, IntPtr.Zero, ReadWrite, ref kind, out store);
        Key key = new Key { Format = new Guid("9F4C2855-9F79-4B39-A8D0-E1D42DE1D5F3"), Id = 5 };
        Variant value = new Variant { Type = WideString, Text = Marshal.StringToCoTaskMemUni(id) };
        try {
            store.SetValue(ref key, ref value);
            store.Commit();
        } finally {
            Marshal.FreeCoTaskMem(value.Text);
            Marshal.ReleaseComObject(store);
        }
    }
}
'@
[ApplicationId]::Set($env:SANDGLASS_SHORTCUT, $env:SANDGLASS_APPLICATION_ID)
